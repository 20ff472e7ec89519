import { getWhole, type ContentStore } from './content-store.ts';
import { parseOrder, parseOrderData, type Order } from './order.ts';

/**
 * The order that a queue holds, or names.
 *
 * @throws ResourceError where it is not in the store; ValiError where it is none.
 */
export async function openOrder(data: unknown, store: ContentStore): Promise<Order> {
  const held = parseOrderData(data);
  if ('order' in held) return parseOrder(held.order);
  const bytes = await getWhole(store, held.sha256);
  return parseOrder(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
