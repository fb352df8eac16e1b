import type { CheckLayout } from '../layout.ts';
import { reportDropped } from '../shared/report-dropped.ts';

/** Only pictures, names and descriptions are shown. */
export const checkGallery: CheckLayout = (credits, context) => {
  reportDropped('gallery', ['by', 'version', 'license', 'links'], credits, context);
};
