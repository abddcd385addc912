import { useSpeech } from '../../i18n/context.tsx';
import type { ProfileView } from '../../server/profile.server.ts';
import { Section } from '../ui/Section.tsx';
import { PartList } from './PartList.tsx';

/** Somebody else's profile under its headings, for whom the person is not "you". */
export function ProfileSections({ groups, declared }: ProfileView) {
  const { t } = useSpeech();
  return (
    <>
      <p className="muted">{t('profile.ofOther.lede')}</p>
      {groups.map(({ group, rows }) => (
        <Section
          id={group}
          title={t(group === 'person' ? 'profile.ofOther.person' : `profile.group.${group}`)}
          key={group}
        >
          <PartList rows={rows} isOwn={false} />
        </Section>
      ))}
      {declared.length > 0 && (
        <Section id="declared" title={t('profile.ofOther.declared')}>
          <PartList rows={declared} isOwn={false} />
        </Section>
      )}
    </>
  );
}
