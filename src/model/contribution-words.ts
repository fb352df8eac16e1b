/**
 * The types of contributions that all-contributors knows, in the words of its documentation, shortened
 * to fit into a list.
 *
 * @see https://allcontributors.org/docs/en/emoji-key
 */
const TYPES: Record<string, { words?: string; description: string }> = {
  a11y: { words: 'accessibility', description: 'Accessibility' },
  audio: { description: 'Audio' },
  blog: { words: 'blog posts', description: 'Blogposts' },
  bug: { words: 'bug reports', description: 'Bug reports' },
  business: { words: 'business development', description: 'Business development' },
  code: { description: 'Code' },
  content: { description: 'Content' },
  data: { description: 'Data' },
  design: { description: 'Design' },
  doc: { words: 'docs', description: 'Documentation' },
  eventOrganizing: { words: 'event organizing', description: 'Event Organizing' },
  example: { words: 'examples', description: 'Examples' },
  financial: { words: 'financial support', description: 'Financial' },
  fundingFinding: { words: 'funding finding', description: 'Funding Finding' },
  ideas: { description: 'Ideas, Planning, & Feedback' },
  infra: {
    words: 'infrastructure',
    description: 'Infrastructure (Hosting, Build-Tools, etc)',
  },
  maintenance: { description: 'Maintenance' },
  mentoring: { description: 'Mentoring' },
  platform: { words: 'packaging', description: 'Packaging/porting to new platform' },
  plugin: { words: 'plugins', description: 'Plugin/utility libraries' },
  projectManagement: { words: 'project management', description: 'Project Management' },
  promotion: { description: 'Promotion' },
  question: { words: 'answering questions', description: 'Answering Questions' },
  research: { description: 'Research' },
  review: { words: 'reviews', description: 'Reviewed Pull Requests' },
  security: { description: 'Security' },
  talk: { words: 'talks', description: 'Talks' },
  test: { words: 'tests', description: 'Tests' },
  tool: { words: 'tools', description: 'Tools' },
  translation: { description: 'Translation' },
  tutorial: { words: 'tutorials', description: 'Tutorials' },
  userTesting: { words: 'user testing', description: 'User Testing' },
  video: { words: 'videos', description: 'Videos' },
};

/**
 * Returns the words for a type of contribution.
 *
 * @param description the description of the type in a file. If it is that of all-contributors, it is
 *   shortened
 */
export function contributionWords(type: string, description?: string): string {
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (description !== undefined && !(known && isSame(known.description, description))) {
    return description;
  }
  return known?.words ?? type;
}

/** Returns the words for the title of a symbol in a table of faces, which is the description of a type. */
export function wordsOfDescription(description: string): string {
  const type = Object.keys(TYPES).find((key) => isSame(TYPES[key]?.description ?? '', description));
  return type === undefined ? description : contributionWords(type);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
