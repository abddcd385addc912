import { notFound } from '../../server/loader.ts';

export function loader() {
  throw notFound('page');
}

export default () => null;
