/** What was typed into a form, field after field; files are none of ours. */
export const pairsOf = async (request: Request): Promise<[string, string][]> =>
  [...(await request.formData())].flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[name, text]] : [],
  );

/** The same by the fields' names, without spaces around it. */
export const fieldsOf = async (request: Request): Promise<Record<string, string>> =>
  Object.fromEntries((await pairsOf(request)).map(([name, text]) => [name, text.trim()]));
