/**
 * A new order is in its table, and where its id and its sale find it, and nowhere else: an index of what is due would be
 * one more page to bring to the disk while a customer waits. The newest orders are looked through one by one, and with
 * every 64th all of them are listed: counted, and in the index. None is listed before those behind it.
 */
export const theNewestOrders = `
-- 0: behind \`orders_counted.up_to\`, and in no index of what is due.
ALTER TABLE orders ADD COLUMN listed INTEGER NOT NULL DEFAULT 1 CHECK (listed = 0 OR listed = 1);

DROP INDEX orders_due;
CREATE INDEX orders_due ON orders (next_at) WHERE next_at IS NOT NULL AND listed = 1;

-- The row numbers of all orders that have a time, and it.
CREATE VIEW orders_with_time AS
  SELECT rowid AS place, next_at FROM orders WHERE next_at IS NOT NULL AND listed = 1
  UNION ALL
  SELECT rowid, next_at FROM orders
    WHERE next_at IS NOT NULL AND listed = 0 AND rowid > (SELECT up_to FROM orders_counted);

DROP TRIGGER orders_are_counted;
CREATE TRIGGER orders_are_listed AFTER INSERT ON orders WHEN NEW.rowid % 64 = 0
BEGIN
  INSERT INTO order_counts (share, price, orders) SELECT share, price, orders FROM orders_uncounted WHERE true
    ON CONFLICT (share, price) DO UPDATE SET orders = orders + excluded.orders;
  UPDATE orders SET listed = 1 WHERE rowid > (SELECT up_to FROM orders_counted) AND listed = 0;
  UPDATE orders_counted SET up_to = NEW.rowid;
END;

CREATE TRIGGER listed_orders_stay_listed BEFORE UPDATE OF listed ON orders WHEN OLD.listed = 1 AND NEW.listed = 0
BEGIN SELECT RAISE(ABORT, 'a listed order stays listed'); END;
`;
