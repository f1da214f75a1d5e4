import { expect, it } from 'vitest';
import { typedOrder } from '../typed-payloads.test-data.ts';
import { goExample, goPayload, goRecordKey } from './go-payload.ts';

it('declares structs, and writes the example as one of them', () => {
  const payload = goPayload(typedOrder);
  expect(payload.blocks.slice(0, 2).join('\n')).toBe(`type OrderPlaced struct {
	OrderID    string           \`json:"order_id"\`
	TotalPrice float64          \`json:"total-price"\`
	Class      int64            \`json:"class"\`
	Note       *string          \`json:"note"\`
	Gift       *bool            \`json:"gift,omitzero"\`
	Coupon     Nullable[string] \`json:"coupon,omitzero"\`
	// One of "sale", "return".
	Reason *string           \`json:"reason,omitzero"\`
	Serial json.Number       \`json:"serial"\`
	Lines  []OrderPlacedLine \`json:"lines,omitzero"\`
	Stock  map[string]int64  \`json:"stock,omitzero"\`
	Extra  Nullable[any]     \`json:"extra,omitzero"\`
}
type OrderPlacedLine struct {
	Sku string \`json:"sku"\`
}`);
  expect(goExample(typedOrder, payload)).toBe(`	event := OrderPlaced{
		OrderID:    "A1",
		TotalPrice: 7,
		Class:      2,
		Note:       nil,
		Gift:       ptr[bool](false),
		Coupon:     null[string](),
		Reason:     ptr[string]("sale"),
		Serial:     json.Number("18446744073709552000"),
		Lines: []OrderPlacedLine{
			{
				Sku: "S1",
			},
		},
		Stock: map[string]int64{
			"S1": 3,
		},
		Extra: set[any]([]any{1, "two"}),
	}`);
  expect(goRecordKey(typedOrder, ['order_id'], payload)).toBe('[]byte(event.OrderID)');
  expect(goRecordKey(typedOrder, ['gift'], payload)).toBe('fmt.Append([]byte{}, (*event.Gift))');
});
