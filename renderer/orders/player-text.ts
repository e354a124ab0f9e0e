import type { Player } from '../../shared/contract/orders.ts';

/** The way players write it themselves: "12345678 (2001) Nick". */
export function playerText({ id, serverId, nickname }: Player): string {
  return [id, serverId && `(${serverId})`, nickname].filter(Boolean).join(' ');
}
