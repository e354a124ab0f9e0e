import { add, compare, type Decimal, isNegative, isZero, subtract } from '../../shared/money.ts';

type TransactionType = 'DEPOSIT' | 'PURCHASE' | 'REFUND';

export interface AccountTransaction {
  id: number;
  /** Negative for what was taken. */
  amount: Decimal;
  type: TransactionType;
  description: string;
  /** Always the row before it plus `amount`; the newest one's is the balance. */
  balanceAfter: Decimal;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The shop's money at the partner, in USD. */
export interface Account {
  balance(): Decimal;
  /** Taken for orders that are not final yet. */
  reserved(): Decimal;
  canPay(usd: Decimal): boolean;
  /** Takes the money and reserves it until `settle`. */
  purchase(usd: Decimal, description: string): void;
  /** The order it was taken for is final. */
  settle(usd: Decimal): void;
  refund(usd: Decimal, description: string): void;
  deposit(usd: Decimal): void;
  /** Books the difference, so that the rows still add up. */
  setBalance(usd: Decimal): void;
  /** Newest first. */
  transactions(): readonly AccountTransaction[];
  page(page: number, limit: number): { transactions: AccountTransaction[]; total: number };
}

export function createAccount(opening: Decimal, now: () => number): Account {
  const rows: AccountTransaction[] = [];
  let balance: Decimal = '0';
  let reserved: Decimal = '0';

  const book = (type: TransactionType, amount: Decimal, description: string): void => {
    if (isZero(amount)) return;
    balance = add(balance, amount);
    rows.push({ id: rows.length + 1, amount, type, description, balanceAfter: balance, at: now() });
  };
  book('DEPOSIT', opening, 'Opening balance');

  return {
    balance: () => balance,
    reserved: () => reserved,
    canPay: usd => compare(balance, usd) >= 0,
    purchase(usd, description) {
      reserved = add(reserved, usd);
      book('PURCHASE', subtract('0', usd), description);
    },
    settle(usd) {
      reserved = subtract(reserved, usd);
    },
    refund: (usd, description) => book('REFUND', usd, description),
    deposit: usd => book('DEPOSIT', usd, 'Top-up'),
    setBalance(usd) {
      const difference = subtract(usd, balance);
      book(isNegative(difference) ? 'PURCHASE' : 'DEPOSIT', difference, 'Adjustment');
    },
    transactions: () => rows.toReversed(),
    page(page, limit) {
      const end = Math.max(0, rows.length - (page - 1) * limit);
      return { transactions: rows.slice(Math.max(0, end - limit), end).reverse(), total: rows.length };
    },
  };
}
