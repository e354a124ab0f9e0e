/**
 * Not `IN`: SQLite builds a table of a longer list anew for every row it checks, which costs more than storing the row,
 * and does not see that an index on such a list serves a query for one of it.
 */
const oneOf = (column: string, ...values: string[]): string =>
  `(${values.map(value => `${column} = '${value}'`).join(' OR ')})`;

/** Which number of the queue's summary an order belongs to; '' for one that is over and done with. */
const share = (row: string): string => `CASE
    WHEN ${row}.owed = 1 THEN 'owed'
    WHEN ${row}.state = 'held' THEN 'held'
    WHEN ${oneOf(`${row}.state`, 'completed', 'canceled', 'refunded')} THEN ''
    ELSE 'waiting' END`;

/**
 * Amounts are TEXT decimals (shared/money.ts), times INTEGER milliseconds since the epoch, UTC.
 * Every state has its CHECK; the audit can only grow.
 */
export const theTill = `
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE staff (
  id                TEXT PRIMARY KEY,
  name              TEXT NOT NULL,
  role              TEXT NOT NULL CHECK (role IN ('cashier', 'manager')),
  pin_salt          BLOB NOT NULL,
  pin_hash          BLOB NOT NULL,
  failed_attempts   INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
  lock_remaining_ms INTEGER NOT NULL DEFAULT 0 CHECK (lock_remaining_ms >= 0),
  created_at        INTEGER NOT NULL,
  removed_at        INTEGER
) STRICT;
CREATE UNIQUE INDEX staff_by_name ON staff (name COLLATE NOCASE) WHERE removed_at IS NULL;

CREATE TABLE offers (
  -- What offers_search refers to: unlike a bare rowid, it survives VACUUM.
  id            INTEGER PRIMARY KEY,
  offer_id      TEXT NOT NULL UNIQUE,
  -- These two early in the row: a search reads them of thousands of offers.
  sort_key      TEXT NOT NULL,
  product_name  TEXT NOT NULL,
  -- Only what came by a sync can be missing from one.
  source        TEXT NOT NULL CHECK (source IN ('sync', 'import')),
  offer_name    TEXT NOT NULL,
  delivery      TEXT NOT NULL CHECK (delivery IN ('key', 'topup', 'stars')),
  needs_server  INTEGER NOT NULL CHECK (needs_server IN (0, 1)),
  cost          TEXT NOT NULL,
  cost_currency TEXT NOT NULL,
  region        TEXT,
  platform      TEXT,
  in_stock      INTEGER NOT NULL DEFAULT 1 CHECK (in_stock IN (0, 1)),
  gone          INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  own_price     TEXT,
  hidden        INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  updated_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX offers_in_order ON offers (sort_key, hidden, gone);
CREATE INDEX offers_by_product ON offers (product_name, delivery, hidden, gone);

-- Folded words only (electron/catalogue/search-words.ts), so the plainest tokenizer is the exact one.
CREATE VIRTUAL TABLE offers_search USING fts5 (
  words, tokenize = 'ascii', prefix = '1 2 3', detail = none, content = '', contentless_delete = 1
);

CREATE TABLE balance (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  partner_id TEXT NOT NULL,
  balance    TEXT NOT NULL,
  reserved   TEXT NOT NULL,
  currency   TEXT NOT NULL,
  postpaid   INTEGER NOT NULL CHECK (postpaid IN (0, 1)),
  as_of      INTEGER NOT NULL
) STRICT;

CREATE TABLE sales (
  id             TEXT PRIMARY KEY,
  number         INTEGER NOT NULL UNIQUE,
  attempt_id     TEXT NOT NULL UNIQUE,
  -- What was asked for, so that a repeated attempt can be told from another one under the same id.
  attempt_hash   TEXT NOT NULL,
  day            TEXT NOT NULL,
  staff_id       TEXT NOT NULL REFERENCES staff (id),
  staff_name     TEXT NOT NULL,
  total          TEXT NOT NULL,
  currency       TEXT NOT NULL,
  email          TEXT,
  payment_method TEXT NOT NULL CHECK (payment_method IN ('cash', 'card')),
  tendered       TEXT,
  change         TEXT,
  reference      TEXT,
  created_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX sales_by_day ON sales (day, number);

-- The least number the next sale may get: those below may be on receipts of sales that a restore could not bring back.
CREATE TABLE sale_numbers (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  least INTEGER NOT NULL CHECK (least >= 1)
) STRICT;

CREATE TABLE orders (
  id               TEXT PRIMARY KEY,
  sale_id          TEXT NOT NULL REFERENCES sales (id),
  sale_number      INTEGER NOT NULL,
  day              TEXT NOT NULL,
  line             INTEGER NOT NULL CHECK (line >= 1),
  position         INTEGER NOT NULL CHECK (position >= 1),
  replaces         TEXT REFERENCES orders (id),
  offer_id         TEXT NOT NULL,
  product_name     TEXT NOT NULL,
  offer_name       TEXT NOT NULL,
  delivery         TEXT NOT NULL CHECK ${oneOf('delivery', 'key', 'topup', 'stars')},
  player_id        TEXT,
  server_id        TEXT,
  nickname         TEXT,
  email            TEXT,
  price            TEXT NOT NULL,
  currency         TEXT NOT NULL,
  agreed_cost      TEXT NOT NULL,
  cost             TEXT NOT NULL,
  cost_currency    TEXT NOT NULL,
  quoted_at        INTEGER,
  quoted_cost      TEXT,
  charged_cost     TEXT,
  charged_currency TEXT,
  state            TEXT NOT NULL CHECK ${oneOf(
    'state',
    ...['queued', 'sending', 'processing', 'unknown', 'held', 'completed', 'canceled', 'refunded'],
  )},
  reason           TEXT CHECK (reason IS NULL OR ${oneOf(
    'reason',
    ...['price_changed', 'offer_gone', 'refused', 'mismatch', 'expired', 'key_missing', 'restored'],
    ...['partner_down', 'rate_limited', 'insufficient_balance', 'balance_unavailable', 'token_rejected'],
    ...['no_answer', 'not_understood', 'not_found', 'key_pending', 'slow', 'by_partner', 'by_person'],
  )}),
  -- When the queue acts on it next; null when it has nothing to do by itself.
  next_at          INTEGER,
  tries            INTEGER NOT NULL DEFAULT 0,
  attempts         INTEGER NOT NULL DEFAULT 0,
  last_sent_at     INTEGER,
  -- Until when a request may still reach the partner.
  under_way_until  INTEGER,
  -- Since when a request of ours may have been booked without our knowing.
  unanswered_since INTEGER,
  acknowledged     INTEGER NOT NULL DEFAULT 0 CHECK (acknowledged IN (0, 1)),
  -- It comes from a backup, and what happened to it afterwards may be missing here.
  restored         INTEGER NOT NULL DEFAULT 0 CHECK (restored IN (0, 1)),
  partner_order_id TEXT,
  message          TEXT,
  has_key          INTEGER NOT NULL DEFAULT 0 CHECK (has_key IN (0, 1)),
  -- Ended without delivery, and the customer has neither the money back nor another order in its place.
  owed             INTEGER NOT NULL DEFAULT 0 CHECK (owed IN (0, 1)),
  created_at       INTEGER NOT NULL,
  updated_at       INTEGER NOT NULL,
  UNIQUE (sale_id, position),
  CHECK (state <> 'held' OR reason IS NOT NULL),
  CHECK (next_at IS NULL OR NOT ${oneOf('state', 'sending', 'held', 'canceled', 'refunded')}),
  CHECK (next_at IS NOT NULL OR NOT ${oneOf('state', 'queued', 'unknown', 'processing')}),
  CHECK (owed = 0 OR state IN ('canceled', 'refunded')),
  CHECK (restored = 0 OR state NOT IN ('queued', 'sending'))
) STRICT;
-- Each index an order is in from the start is one more page to bring to the disk while a customer waits.
CREATE INDEX orders_due ON orders (next_at) WHERE next_at IS NOT NULL;
CREATE UNIQUE INDEX orders_by_replaced ON orders (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX orders_without_time ON orders (state) WHERE ${oneOf('state', 'sending', 'held')};
CREATE INDEX orders_waiting_for ON orders (reason) WHERE reason IS NOT NULL AND next_at IS NOT NULL;
CREATE INDEX orders_owed ON orders (owed) WHERE owed = 1;
CREATE INDEX orders_by_partner_id ON orders (partner_order_id) WHERE partner_order_id IS NOT NULL;

CREATE TRIGGER orders_are_never_deleted BEFORE DELETE ON orders
BEGIN SELECT RAISE(ABORT, 'orders are never deleted'); END;

CREATE TRIGGER final_orders_stay_final BEFORE UPDATE OF state ON orders
WHEN (OLD.state IN ('canceled', 'refunded') AND NEW.state <> OLD.state)
  OR (OLD.state = 'completed' AND NEW.state NOT IN ('completed', 'refunded'))
BEGIN SELECT RAISE(ABORT, 'a final order stays final'); END;

-- How many orders of each price are in each number of the summary, so that starting costs the same with one waiting
-- or a hundred thousand. New orders are counted 64 at a time: those behind \`up_to\` are not in it yet. Orders are never
-- deleted, so their row numbers have no gaps and VACUUM keeps them.
CREATE TABLE order_counts (
  share  TEXT NOT NULL CHECK (share IN ('waiting', 'held', 'owed')),
  price  TEXT NOT NULL,
  orders INTEGER NOT NULL CHECK (orders >= 0),
  PRIMARY KEY (share, price)
) STRICT, WITHOUT ROWID;
CREATE TABLE orders_counted (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  up_to INTEGER NOT NULL
) STRICT;
INSERT INTO orders_counted (one, up_to) VALUES (1, 0);
CREATE VIEW orders_uncounted AS
  SELECT ${share('o')} AS share, o.price, count(*) AS orders FROM orders o
  WHERE o.rowid > (SELECT up_to FROM orders_counted) GROUP BY 1, 2 HAVING share <> '';

CREATE TRIGGER orders_are_counted AFTER INSERT ON orders WHEN NEW.rowid % 64 = 0
BEGIN
  INSERT INTO order_counts (share, price, orders) SELECT share, price, orders FROM orders_uncounted WHERE true
    ON CONFLICT (share, price) DO UPDATE SET orders = orders + excluded.orders;
  UPDATE orders_counted SET up_to = NEW.rowid;
END;
CREATE TRIGGER orders_change_their_share AFTER UPDATE OF state, owed ON orders
WHEN ${share('OLD')} <> ${share('NEW')} AND OLD.rowid <= (SELECT up_to FROM orders_counted)
BEGIN
  UPDATE order_counts SET orders = orders - 1 WHERE share = ${share('OLD')} AND price = OLD.price;
  DELETE FROM order_counts WHERE orders = 0;
  INSERT INTO order_counts (share, price, orders) SELECT ${share('NEW')}, NEW.price, 1 WHERE ${share('NEW')} <> ''
    ON CONFLICT (share, price) DO UPDATE SET orders = orders + 1;
END;

CREATE TABLE keys (
  order_id   TEXT PRIMARY KEY REFERENCES orders (id),
  nonce      BLOB NOT NULL CHECK (length(nonce) = 12),
  ciphertext BLOB NOT NULL,
  tag        BLOB NOT NULL CHECK (length(tag) = 16),
  -- Which data key sealed it: after a lost keychain, older ones are fetched again.
  data_key   TEXT NOT NULL,
  stored_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE refunds (
  order_id   TEXT PRIMARY KEY REFERENCES orders (id),
  sale_id    TEXT NOT NULL REFERENCES sales (id),
  day        TEXT NOT NULL,
  staff_id   TEXT NOT NULL REFERENCES staff (id),
  staff_name TEXT NOT NULL,
  amount     TEXT NOT NULL,
  method     TEXT NOT NULL CHECK (method IN ('cash', 'card')),
  reference  TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX refunds_by_day ON refunds (day);

CREATE TABLE prints (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('receipt', 'slip', 'test')),
  sale_id    TEXT REFERENCES sales (id),
  order_id   TEXT REFERENCES orders (id),
  copy       INTEGER NOT NULL CHECK (copy IN (0, 1)),
  state      TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'discarded')),
  started    INTEGER NOT NULL DEFAULT 0 CHECK (started IN (0, 1)),
  attempts   INTEGER NOT NULL DEFAULT 0,
  failure    TEXT,
  detail     TEXT,
  staff_id   TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX prints_waiting ON prints (created_at) WHERE state IN ('waiting', 'printing');
CREATE INDEX prints_by_sale ON prints (sale_id);

CREATE TABLE audit (
  seq      INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  staff_id TEXT,
  action   TEXT NOT NULL,
  subject  TEXT,
  details  TEXT NOT NULL CHECK (json_valid(details)),
  hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject) WHERE subject IS NOT NULL;

-- What the newest entry is: the chain alone does not show that its end was cut off.
CREATE TABLE audit_head (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  seq  INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER audit_head_follows AFTER INSERT ON audit
BEGIN INSERT OR REPLACE INTO audit_head (one, seq, hash) VALUES (1, NEW.seq, NEW.hash); END;

CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the audit can only grow'); END;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit can only grow'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit can only grow'); END;
`;
