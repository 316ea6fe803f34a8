/** A file in small: its picture where we have one, else what kind it is. The portal never shows a file again that came in an earlier visit. */
import { useState } from 'react';
import type { DocumentMediaType } from '@daiban/domain/enumerations';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';

interface FileMarkProps {
  mediaType: DocumentMediaType | null;
  name: string;
  picture: string | null;
}

export function FileMark({ mediaType, name, picture }: FileMarkProps) {
  // A browser that cannot draw the file (HEIC elsewhere than on a Mac) shows its kind instead.
  const [failed, setFailed] = useState(false);
  const isPdf = mediaType === 'application/pdf' || /\.pdf$/i.test(name);
  const Mark = isPdf ? IconFileTypePdf : IconPhoto;
  return (
    <span className="task-mark">
      {picture && !failed ? (
        <img src={picture} alt="" onError={() => setFailed(true)} />
      ) : (
        <Mark size={24} stroke={1.5} aria-hidden="true" />
      )}
    </span>
  );
}
