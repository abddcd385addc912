import { useSpeech } from '../../i18n/context.tsx';
import { AskDay } from '../account/AskInputs.tsx';
import { useProblem, useReply } from '../account/reply.tsx';
import { TextArea } from '../ui/TextArea.tsx';

/** What every plan asks for: why, and from which day. */
export function OccasionFields() {
  const { t } = useSpeech();
  return (
    <>
      <TextArea
        id="why"
        label={t('plan.why')}
        hint={t('plan.why.hint')}
        rows={2}
        text={useReply()?.values['why']}
        problem={useProblem('why')}
      />
      <AskDay name="from" legend={t('plan.from')} />
      <p className="hint">{t('plan.from.hint')}</p>
      <p className="cluster">
        <button className="btn two" type="submit" name="do" value="look">
          {t('plan.look')}
        </button>
        <button className="btn" type="submit" name="do" value="prepare">
          {t('prepare.submit')}
        </button>
      </p>
    </>
  );
}
