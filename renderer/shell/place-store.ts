import { createStore } from 'zustand/vanilla';
import type { Role } from '../../shared/people.ts';

export type Place = 'till' | 'orders' | 'manager';

export interface PlaceState {
  place: Place;
  go: (place: Place) => void;
}

/** Where the person stands. Outlives the lock, so they come back to where they were. */
export function createPlaceStore() {
  return createStore<PlaceState>()(set => ({ place: 'till', go: place => set({ place }) }));
}

/** A cashier who unlocks after a manager stands at the till. */
export function placeFor(place: Place, role: Role): Place {
  return place === 'manager' && role !== 'manager' ? 'till' : place;
}
