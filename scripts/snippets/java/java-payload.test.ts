import { expect, it } from 'vitest';
import { typedOrder } from '../typed-payloads.test-data.ts';
import { kafkaClients } from '../clients/kafka-clients.ts';
import { shopProgram } from '../shop-programs.test-data.ts';
import { javaExample, javaPayload, javaRecordKey, javaUncarriable } from './java-payload.ts';

it('declares records, and writes the example as one of them', () => {
  const payload = javaPayload(typedOrder);
  const optional = '@JsonInclude(Include.NON_NULL)';
  expect(payload.blocks.join('\n')).toBe(`    record OrderPlaced(
            @JsonProperty("order_id") String orderId,
            @JsonProperty("total-price") double totalPrice,
            @JsonProperty("class") long classValue,
            @JsonProperty("note") String note,
            @JsonProperty("gift") ${optional} Boolean gift,
            @JsonProperty("coupon") ${optional} JsonNode coupon,
            // One of "sale", "return".
            @JsonProperty("reason") ${optional} String reason,
            @JsonProperty("serial") BigInteger serial,
            @JsonProperty("lines") ${optional} List<OrderPlacedLine> lines,
            @JsonProperty("stock") ${optional} Map<String, Long> stock,
            @JsonProperty("extra") ${optional} JsonNode extra) {}
    record OrderPlacedLine(
            @JsonProperty("sku") String sku) {}`);
  expect(javaExample(typedOrder, payload, '        ')).toBe(`        OrderPlaced event = new OrderPlaced(
                "A1",
                7.0,
                2L,
                null,
                false,
                json("null"),
                "sale",
                new BigInteger("18446744073709551616"),
                List.of(new OrderPlacedLine("S1")),
                Map.ofEntries(Map.entry("S1", 3L)),
                json("[1,\\"two\\"]"));`);
  expect(javaRecordKey(['order_id'], payload)).toBe('event.orderId()');
  expect(javaRecordKey(['class'], payload)).toBe('String.valueOf(event.classValue())');
});

it('writes ASCII only, for Java 17 reads its source in the encoding of the machine', () => {
  const program = shopProgram({ type: 'string' }, 'Z\u00fcrich \u{1f6d2}', { summary: 'Gr\u00f6\u00dfe' });
  const text = kafkaClients.producer(program);
  expect(text).toMatch(/^[\n -~]+$/);
  expect(text).toContain(String.raw`"Z\u00fcrich \ud83d\uded2"`);
});

it('refuses a group that its library would change', () => {
  const program = (group: string) => shopProgram(true, {}, { binding: { group } });
  expect(javaUncarriable(program('\0shop')).map(({ pointer }) => pointer)).toEqual(['/group']);
  expect(javaUncarriable(program('shop'))).toEqual([]);
});
