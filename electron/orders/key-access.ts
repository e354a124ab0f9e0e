import type { StaffMember } from '../../shared/contract/common.ts';
import { TillError } from '../../shared/errors.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { findKey } from './key-store.ts';
import type { KeyVault } from './key-vault.ts';
import type { StoredOrder } from './order-row.ts';

interface KeyAccessParts {
  db: Db;
  clock: Clock;
  vault: () => KeyVault;
  load: (id: string) => StoredOrder;
}

/** The two ways by which a key leaves its vault. */
export function createKeyAccess({ db, clock, vault, load }: KeyAccessParts) {
  function open(id: string, { facts } = load(id)): string {
    const sealed = findKey(db, id);
    if (!facts.hasKey || !sealed) throw new TillError('no_key', `Order ${id} has no key.`);
    return vault().open(id, sealed);
  }

  return {
    /** The key in plain text, for paper: the print queue records it when it may be printed. */
    openKey: (id: string): string => open(id),
    /**
     * The key in plain text, for a person. Every look is in the audit, in the same transaction. A key that came with an
     * order which is not delivered is for a manager's eyes: the customer may have had the money back.
     */
    revealKey(id: string, staff: StaffMember): string {
      return db
        .transaction(() => {
          const stored = load(id);
          const key = open(id, stored);
          if (staff.role !== 'manager' && stored.facts.state !== 'completed') {
            throw new TillError(
              'not_allowed',
              'The key of an order that is not delivered is shown to managers only.',
            );
          }
          const at = clock.now();
          appendAudit(db, { at, staffId: staff.id, action: 'key.shown', subject: id, details: {} });
          return key;
        })
        .immediate();
    },
  };
}
