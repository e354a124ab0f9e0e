import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format-context.tsx';
import { totalOf } from './basket/basket.ts';
import { useTill } from './use-till.ts';

/** What happened to the sale, for those who hear the screen. What they must act on is said where it stands. */
export function Announcements() {
  const { t } = useTranslation('till');
  const format = useFormat();
  const news = useTill(state => state.news);
  const total = useTill(state => totalOf(state.lines));
  const name = news?.name ?? '';
  return (
    <p role="status" className="sr-only">
      {news && t(`news.${news.kind}`, { name, total: format.price(total) })}
    </p>
  );
}
