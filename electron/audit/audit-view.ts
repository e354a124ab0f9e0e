import type { AuditEntry } from '../../shared/contract/records.ts';
import type { Orders } from '../orders/orders.ts';
import type { Staff } from '../staff/staff.ts';
import type { Db } from '../store/open.ts';
import { auditOf, listAudit, type StoredAudit } from './audit.ts';

interface ViewParts {
  db: Db;
  staff: Pick<Staff, 'nameOf'>;
  orders: Pick<Orders, 'saleNumberOf'>;
}

export function listEntries(
  parts: ViewParts,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { entries: AuditEntry[]; nextCursor?: string } {
  const rows = listAudit(parts.db, limit + 1, cursor === undefined ? undefined : Number(cursor) || 0);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map(row => ({
      seq: row.seq,
      ...about(parts, row),
      ...(row.subject === null ? {} : { subject: parts.staff.nameOf(row.subject) ?? row.subject }),
      details: [saleOf(parts, row.subject), textOf(parts, row)].filter(Boolean).join(', '),
    })),
    ...(rows.length > page.length && last ? { nextCursor: String(last.seq) } : {}),
  };
}

/** An order is known in the shop by the number of its sale. */
function saleOf({ orders }: ViewParts, subject: string | null): string {
  if (subject === null) return '';
  const number = orders.saleNumberOf(subject);
  return number === undefined ? '' : `sale: ${number}`;
}

/** What was recorded of an order, oldest first. It was placed by its sale, unless it was ordered again later. */
export function historyOf(
  parts: ViewParts,
  order: { id: string; saleId: string; replaces?: string | undefined },
) {
  const placedBy = order.replaces ? [] : auditOf(parts.db, order.saleId).filter(isCharge);
  return [
    ...placedBy.map(row => ({ ...about(parts, row), action: 'order.queued', text: '' })),
    ...auditOf(parts.db, order.id).map(row => ({ ...about(parts, row), text: textOf(parts, row) })),
  ];
}

const isCharge = ({ action }: StoredAudit): boolean => action === 'sale.charged';

function about({ staff }: ViewParts, row: StoredAudit): { at: string; action: string; staffName?: string } {
  const name = row.staffId === null ? undefined : staff.nameOf(row.staffId);
  return {
    at: new Date(row.at).toISOString(),
    action: row.action,
    ...(name === undefined ? {} : { staffName: name }),
  };
}

/** "from: sending, attempts: 1": the details as one line of plain words. */
function textOf(parts: ViewParts, row: StoredAudit): string {
  return Object.entries({ ...row.details, ...askedByAnother(parts, row) })
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${textOfValue(name, value)}`)
    .join(', ');
}

/** Who asked for a print, by name, where that is not who was there when it came out. */
function askedByAnother(
  { staff }: ViewParts,
  { details, staffId }: StoredAudit,
): { askedBy?: string | null } {
  const { askedBy } = details;
  if (typeof askedBy !== 'string') return {};
  return { askedBy: askedBy === staffId ? null : (staff.nameOf(askedBy) ?? null) };
}

/** A pair is what a setting was and what it is now. */
function textOfValue(name: string, value: unknown): string {
  if (name !== 'changed' && Array.isArray(value) && value.length === 2) {
    return value.map(side => (side === null || side === '' ? '–' : String(side))).join(' → ');
  }
  if (typeof value !== 'object' || value === null) return String(value);
  return name === 'orders' ? Object.values(value).join('; ') : JSON.stringify(value);
}
