import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { parentPort } from 'node:worker_threads';

/**
 * A partner without latency, in a thread of its own so that it takes no time from what is measured: every create-order
 * is COMPLETED at once, with a key.
 */
let booked = 0;
const server = createServer(async (request, response) => {
  const { offerId, price } = (await json(request)) as { offerId: number; price: number };
  booked++;
  const key = `AAAA-BBBB-${String(booked).padStart(8, '0')}`;
  const order = { orderId: booked, status: 'COMPLETED', offerId, price, currency: 'KZT', key };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(order));
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address()));
