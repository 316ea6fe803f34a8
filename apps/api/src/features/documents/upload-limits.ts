/** What may be brought for a paper, as those who bring it are told beforehand. Called by the papers of staff and of visitors. */
import type { UploadLimits } from '@daiban/contracts';
import type { Rulebook } from '@daiban/domain';
import { fileLimits } from './document-inspection.service.js';

export function uploadLimits(rules: Rulebook): UploadLimits {
  const { types, maxBytes, pdfPagesMax, imageMinPixels } = fileLimits(rules);
  return {
    mediaTypes: [...types],
    maxBytes,
    maxPages: rules.entries['document.pages_max'].value,
    maxPdfPages: pdfPagesMax,
    minPixels: imageMinPixels,
  };
}
