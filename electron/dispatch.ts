import { createHash } from 'node:crypto';
import type { StaffMember } from '../shared/contract/common.ts';
import { contract, isMethod, type Method, type Output, type ParsedInput } from '../shared/contract.ts';
import { type ErrorShape, TillError } from '../shared/errors.ts';
import type { Role } from '../shared/people.ts';
import type { UntypedAnswer } from './hosts/till.ts';
import { KeychainUnavailable } from './ports.ts';
import type { StorageVerdict } from './store/storage-health.ts';
import { storageProblem } from './store/storage-problem.ts';

/** The person a method is called by: known wherever the contract asks for a role. */
type Caller<M extends Method> = (typeof contract)[M]['role'] extends Role
  ? StaffMember
  : StaffMember | undefined;

export type Handlers = {
  [M in Method]: (input: ParsedInput<M>, staff: Caller<M>) => Output<M> | Promise<Output<M>>;
};

export interface DispatchParts {
  handlers: Handlers;
  session: { current(): StaffMember | undefined; require(role: Role): StaffMember };
  /** What an error says of the disk, where it is about the disk. `call`: gives a name, the same for the same method and input. */
  storageProblem: (error: unknown, call: () => string) => StorageVerdict | undefined;
  /** An error nobody foresaw: for the log, never for the screen. */
  unexpected: (error: unknown, method: string) => void;
}

/** Parses, checks the role, calls, and parses what goes out: nothing leaves that the contract does not name. */
export function createDispatch(parts: DispatchParts) {
  const { handlers, session, unexpected } = parts;
  async function run(method: Method, input: unknown): Promise<unknown> {
    const { role, input: inputSchema, output: outputSchema } = contract[method];
    const caller = role === 'nobody' ? session.current() : session.require(role);
    const parsed = inputSchema.safeParse(input ?? {});
    if (!parsed.success) throw invalidInput(parsed.error.issues);
    const handler = handlers[method] as (input: unknown, staff: StaffMember | undefined) => unknown;
    return outputSchema.parse(await handler(parsed.data, caller));
  }

  return async function call(method: unknown, input: unknown): Promise<UntypedAnswer> {
    if (!isMethod(method))
      return { ok: false, error: { code: 'unknown_method', message: 'There is no such method.' } };
    try {
      return { ok: true, value: await run(method, input) };
    } catch (error) {
      const shape = shapeOf(
        error,
        parts.storageProblem(error, () => nameOf(method, input)),
      );
      if (shape.code === 'internal' || shape.code.startsWith('storage_')) unexpected(error, method);
      return { ok: false, error: shape };
    }
  };
}

/** Of the call, without what is in it. */
function nameOf(method: Method, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, input]))
    .digest('base64');
}

function invalidInput(issues: { path: PropertyKey[]; message: string }[]): TillError {
  const [first] = issues;
  const field = first?.path.map(String).join('.') || 'input';
  return new TillError('invalid_input', `${field}: ${first?.message ?? 'not understood'}`, { field });
}

const STORAGE_MESSAGES: Readonly<Record<StorageVerdict, string>> = {
  full: 'The disk is full: nothing was stored.',
  read_only: 'The disk may not be written to: nothing was stored.',
  failed: 'The disk failed: nothing was stored.',
  locked: 'Another program holds the database: nothing was stored.',
  unknown: 'The disk failed: it is not known whether this was stored.',
};

/** What a person, or a program, is told of an error; the rest is for the log. */
export function shapeOf(
  error: unknown,
  problem: StorageVerdict | undefined = storageProblem(error),
): ErrorShape {
  if (error instanceof TillError) return error.toShape();
  if (error instanceof KeychainUnavailable) return { code: 'keychain_unavailable', message: error.message };
  if (problem) return { code: `storage_${problem}`, message: STORAGE_MESSAGES[problem] };
  return { code: 'internal', message: 'Something went wrong inside the till. Nothing was lost; try again.' };
}
