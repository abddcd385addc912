/** What the members of an employer are told of one of their vacancies. */
export const VACANCY_NEWS = ['verified', 'sent-back', 'flagged', 'taken-down', 'expired', 'answered'] as const;
export type VacancyNews = (typeof VACANCY_NEWS)[number];
