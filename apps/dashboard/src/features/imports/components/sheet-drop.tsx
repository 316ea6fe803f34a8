/** Takes a sheet: dropped onto it or chosen. Says at once when a file cannot be one. */
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useLocale } from '../../../lib/locale.js';
import { LARGEST_SHEET, sheetType } from '../sheet-choices.js';

export interface SheetDropProps {
  onChoose: (file: File) => void;
  busy: boolean;
}

export function SheetDrop({ onChoose, busy }: SheetDropProps) {
  const { t } = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = (file: File | undefined): void => {
    if (!file || busy) return;
    if (!sheetType(file.name)) setWrong(t('records.import.wrong_type', { name: file.name }));
    else if (file.size > LARGEST_SHEET) setWrong(t('records.import.too_large', { name: file.name }));
    else {
      setWrong(null);
      onChoose(file);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <button
        type="button"
        className="sheet-drop"
        data-over={over || undefined}
        aria-busy={busy}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden="true" />
        <b>{t(busy ? 'records.import.reading' : 'records.import.drop')}</b>
        <span>{t('records.import.drop_help')}</span>
      </button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('records.import.drop')}
        accept=".csv,.txt,.tsv,.xlsx,text/csv"
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file again, corrected meanwhile, is a choice as well.
          event.currentTarget.value = '';
        }}
      />
      {wrong ? (
        <p className="problem" role="alert">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
