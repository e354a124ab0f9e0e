import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';

interface Environment {
  Bindings: HttpBindings;
}
export type SandboxApp = Hono<Environment>;
export type SandboxContext = Context<Environment>;
