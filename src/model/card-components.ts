/** The attributes of Starlight's components for cards. */
export const CARD_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CardGrid', []],
  ['Card', ['title']],
  ['LinkCard', ['title', 'href', 'description']],
]);

/** Returns the component of a credit: one that is a link, or one with content, such as a picture. */
export function cardComponent({
  url,
  image,
}: {
  url?: string | undefined;
  image?: object;
}): 'Card' | 'LinkCard' {
  return url === undefined || image ? 'Card' : 'LinkCard';
}
