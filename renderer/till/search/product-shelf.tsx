import { PackageSearch } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useIsManager, useTill, useTillActions } from '../use-till.ts';
import { ProductTile } from './product-tile.tsx';
import { TileSkeletons } from './tile-skeletons.tsx';

const PRODUCT_TILE = { minWidth: 168, height: 188 } as const;

/** Everything the shop sells, product by product. */
export function ProductShelf() {
  const { t } = useTranslation(['till', 'common']);
  const shelf = useTill(state => state.shelf);
  const isReading = useFrom(createTerminalStore, state => state.catalogue?.running ?? false);
  const till = useTillActions();

  // Prices, hidden offers and the catalogue itself may have changed while nobody was looking.
  useEffect(() => {
    if (!isReading) void till.loadShelf();
  }, [till, isReading]);

  if (shelf.items.length === 0 && shelf.error) {
    return (
      <ErrorNotice
        error={shelf.error}
        actions={<Button onPress={() => void till.loadShelf()}>{t('common:tryAgain')}</Button>}
      />
    );
  }
  if (shelf.total === null) return <TileSkeletons tile={PRODUCT_TILE} />;
  if (shelf.total === 0) return <EmptyCatalogue />;
  return (
    <div data-results className="-m-1.5 flex min-h-0 flex-1 flex-col">
      <VirtualGrid
        label={t('search.products')}
        items={shelf.items}
        itemKey={product => product.name}
        tile={PRODUCT_TILE}
        render={(product, inTabOrder) => <ProductTile product={product} inTabOrder={inTabOrder} />}
        onEndReached={() => void till.loadMore('shelf')}
      />
    </div>
  );
}

function EmptyCatalogue() {
  const { t } = useTranslation('till');
  const progress = useFrom(createTerminalStore, state => state.catalogue);
  const isManager = useIsManager();
  if (progress?.running) {
    return (
      <div className="m-auto w-full max-w-md">
        <Progress label={t('empty.reading')} done={progress.done} total={progress.total} />
      </div>
    );
  }
  return (
    <div className="m-auto">
      <EmptyState icon={PackageSearch} title={t('empty.title')}>
        {isManager ? t('empty.forManager') : t('empty.forCashier')}
      </EmptyState>
    </div>
  );
}
