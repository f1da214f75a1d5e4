/**
 * Lines of at most so many characters, broken at spaces. A longer word has a line of its own, and a word that must not
 * begin a line stays at the end of the one before, however long that gets.
 */
export function wrapWords(
  text: string,
  width: number,
  mayBegin: (word: string) => boolean = () => true,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width && mayBegin(word)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
