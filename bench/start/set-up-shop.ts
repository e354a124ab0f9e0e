import type { TillProgram } from '../../test/support/served-till.ts';

export const PIN = '2468';

/** A shop with one manager, who is not signed in yet; the manager's id. */
export async function setUpShop({ call }: TillProgram, token: string): Promise<string> {
  const { staff } = await call('setup.complete', {
    language: 'en',
    shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
    token,
    manager: { name: 'Mira', pin: PIN },
    rates: { USD: '470', RUB: '5', KZT: '1', EUR: '510', TRY: '14' },
  });
  return staff.id;
}
