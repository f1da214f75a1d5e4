import { expect, test } from 'vitest';
import { htmlText, xmlText } from './markup-text.ts';

test('XML has no character that it forbids, and none that means something to it', () => {
  expect(xmlText('a\u0000\u0008\u000b\u001f\udfff\ud800\ufffe\uffffb')).toBe('ab');
  expect(xmlText('\t\n\r\u{1f600}\u0085')).toBe('\t\n\r\u{1f600}\u0085');
  expect(xmlText(`<a href="x" title='&'>]]>`)).toBe('&lt;a href=&quot;x&quot; title=&#39;&amp;&#39;&gt;]]&gt;');
});

test('HTML shows what would not show', () => {
  expect(htmlText('<i>\u202e\u0001')).toBe(String.raw`&lt;i&gt;\u202e\u0001`);
});
