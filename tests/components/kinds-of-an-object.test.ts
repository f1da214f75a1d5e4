import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printType } from '../../components/reader/print-type.ts';
import { pruneTypes } from '../../components/reader/prune-types.ts';

const file = join(import.meta.dirname, '../../public/contracts/TrackingUpdated/1.1.0/fields.json');
const message = JSON.parse(readFileSync(file, 'utf8'));
const types = pruneTypes(message.reader, ['order_id', 'until']);

test('whoever reads a field of one kind gets every kind, with what tells them apart', () => {
  expect(types.paths).toEqual(['order_id', 'until', 'status']);
  expect(printType(message, types, 'python')).toContain(`
class TrackingUpdatedOnItsWay(TypedDict):
    order_id: str
    status: Literal["in_transit"]
`);
  expect(printType(message, types, 'ts')).toContain(`
interface TrackingUpdatedReadyForPickUp {
  order_id: string;
  status: 'ready_for_pickup';
  until: string;
}
`);
});

test('the kinds stand below each other where one line does not hold them', () => {
  expect(printType(message, types, 'python')).toContain(`
TrackingUpdated: TypeAlias = (
    TrackingUpdatedOnItsWay
    | TrackingUpdatedOutForDelivery
    | TrackingUpdatedHeldAtCustoms
    | TrackingUpdatedReadyForPickUp
)
`);
  expect(printType(message, types, 'ts')).toContain(`
export type TrackingUpdated =
  | TrackingUpdatedOnItsWay
  | TrackingUpdatedOutForDelivery
  | TrackingUpdatedHeldAtCustoms
  | TrackingUpdatedReadyForPickUp;
`);
});
