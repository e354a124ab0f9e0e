import { createStore } from 'zustand/vanilla';

export const MANAGER_TABS = [
  'day',
  'catalogue',
  'prices',
  'staff',
  'settings',
  'balance',
  'audit',
  'backups',
] as const;
export type ManagerTab = (typeof MANAGER_TABS)[number];

export interface ManagerState {
  tab: ManagerTab;
  go: (tab: ManagerTab) => void;
}

/** Which section the manager is looking at. */
export function createManagerStore() {
  return createStore<ManagerState>()(set => ({ tab: 'day', go: tab => set({ tab }) }));
}
