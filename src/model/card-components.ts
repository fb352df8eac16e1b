/** The attributes of Starlight's components for cards. */
export const CARD_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CardGrid', []],
  ['Card', ['title']],
  ['LinkCard', ['title', 'href', 'description']],
]);
