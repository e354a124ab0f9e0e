import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton.tsx';

const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Where tiles are about to be. */
export function TileSkeletons({ tile }: { tile: { minWidth: number; height: number } }) {
  const { t } = useTranslation();
  return (
    <div
      className="grid gap-3 overflow-hidden p-1"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${tile.minWidth}px, 1fr))` }}
    >
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      {PLACES.map(place => (
        <div key={place} style={{ height: tile.height }}>
          <Skeleton className="size-full" />
        </div>
      ))}
    </div>
  );
}
