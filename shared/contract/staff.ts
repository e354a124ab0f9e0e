import { z } from 'zod';
import { ROLES } from '../people.ts';
import { id, type MethodShape, none, personName, pin, staffMember } from './common.ts';

export const staffMethods = {
  'staff.list': { role: 'nobody', input: none, output: z.object({ staff: z.array(staffMember) }) },
  /** Without `id` a new person, who then needs a pin. */
  'staff.save': {
    role: 'manager',
    input: z.strictObject({ id: id.optional(), name: personName, role: z.enum(ROLES), pin: pin.optional() }),
    output: z.object({ staff: staffMember }),
  },
  'staff.remove': { role: 'manager', input: z.strictObject({ id }), output: none },
  'session.signIn': {
    role: 'nobody',
    input: z.strictObject({ staffId: id, pin: z.string().max(20) }),
    output: z.object({ staff: staffMember }),
  },
  'session.signOut': { role: 'nobody', input: none, output: none },
} as const satisfies Record<string, MethodShape>;
