import type { BackupStatus } from './contract/backup.ts';
import type { Balance } from './contract/balance.ts';
import type { CatalogueProgress } from './contract/catalogue.ts';
import type { StaffMember } from './contract/common.ts';
import type { Order } from './contract/orders.ts';
import type { Connection, PrinterStatus, QueueSummary, Storage } from './contract/terminal.ts';
import type { UpdateStatus } from './contract/updates.ts';

/** What the till tells its screens without being asked. No event carries a key, a token or a PIN. */
export interface TillEvents {
  'orders.changed': { orders: Order[]; queue: QueueSummary };
  'balance.changed': Balance;
  'connection.changed': Connection;
  'catalogue.progress': CatalogueProgress;
  'printer.changed': PrinterStatus;
  'backup.changed': BackupStatus;
  'storage.changed': Storage;
  'updates.changed': UpdateStatus;
  'session.changed': { staff: StaffMember | null };
}

export type EventName = keyof TillEvents;
export type TillEvent = { [E in EventName]: { name: E; payload: TillEvents[E] } }[EventName];
