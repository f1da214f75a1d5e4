/** Copy buttons: one listener for all of them, those that come later as well. Without JavaScript they stay hidden. */
export function showCopyButtons(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy]')) button.hidden = false;
}

async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const text = button.closest('.code-block')?.querySelector('pre')?.textContent ?? '';
  const before = button.dataset['label'] ?? button.textContent;
  button.dataset['label'] = before;
  try {
    await navigator.clipboard.writeText(`${text.trimEnd()}\n`);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Not allowed';
  }
  setTimeout(() => {
    button.textContent = before;
  }, 2000);
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-copy]') : null;
  if (button !== null) void copyFrom(button);
});
document.addEventListener('astro:page-load', () => showCopyButtons(document));
showCopyButtons(document);
