import type { DocumentType } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** The JSON of a document, to be edited. */
export function DraftField({ type, text, broken }: { type: DocumentType; text: string; broken: boolean }) {
  const { t } = useSpeech();
  return (
    <p className="field">
      <label htmlFor="draft">{t('try.draft')}</label>
      <textarea
        id="draft"
        name="draft"
        rows={18}
        dir="ltr"
        lang="en"
        spellCheck={false}
        defaultValue={text}
        aria-invalid={broken || undefined}
        aria-describedby="draft-hint"
      />
      <span className="small muted" id="draft-hint">
        {t('try.draft.hint')} <a href={`/api/v1/schemas/${type}.json`}>{t('try.schema')}</a>
      </span>
    </p>
  );
}
