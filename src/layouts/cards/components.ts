/** Starlight's components for cards, for writing and recognizing them. */

/** The attributes of each component. */
export const CARD_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CardGrid', []],
  ['Card', ['title']],
  ['LinkCard', ['title', 'href', 'description']],
]);

/** Returns the component of a credit: one that is a link, or one with content. */
export function cardComponent({ url }: { url?: string | undefined }): 'Card' | 'LinkCard' {
  return url === undefined ? 'Card' : 'LinkCard';
}

const MODULE = '@astrojs/starlight/components';

export function importStatement(components: readonly string[]): string {
  return `import { ${components.join(', ')} } from "${MODULE}";`;
}

const IMPORT = new RegExp(`^import \\{([^}]*)\\} from (["'])${MODULE}\\2;?$`);

/** Returns the names that code imports from Starlight's components, or `[]` if it is anything else. */
export function importedComponents(code: string): string[] {
  const [, names = ''] = IMPORT.exec(code) ?? [];
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
