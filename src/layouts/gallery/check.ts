import type { CheckLayout } from '../layout.ts';
import { reportDropped } from '../shared/report-dropped.ts';

/** Only pictures, names and descriptions are shown, and on GitHub no descriptions. */
export const checkGallery: CheckLayout = (credits, context) => {
  const dropped = ['by', 'version', 'license', 'links'] as const;
  const keys = context.flavor === 'github' ? (['description', ...dropped] as const) : dropped;
  reportDropped('gallery', keys, credits, context);
};
