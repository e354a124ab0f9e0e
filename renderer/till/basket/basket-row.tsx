import { TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../i18n/error-text.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { QuantityStepper } from '../quantity-stepper.tsx';
import { useTill, useTillActions } from '../use-till.ts';
import { amountOf, type BasketLine, mostOf } from './basket.ts';

/** One line of the sale. */
export function BasketRow({ line }: { line: BasketLine }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const till = useTillActions();
  const most = useTill(state => mostOf(state.lines, line));
  const isFrozen = useTill(state => state.attempt !== null);
  const { offer, player } = line;
  return (
    <div className="flex flex-col gap-1 border-b border-line py-3 pr-2 pl-4">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <p className="leading-snug font-semibold break-words">{offer.offerName}</p>
          <p className="truncate text-muted">{offer.productName}</p>
          {player && <Player player={player} />}
        </div>
        <IconButton
          icon={X}
          label={t('basket.remove', { name: offer.offerName })}
          isDisabled={isFrozen}
          onPress={() => till.removeLine(line.id)}
        />
      </div>
      {line.doubt && <Warning>{t(`basket.doubt.${line.doubt}`)}</Warning>}
      {line.refused && <Warning>{errorText(format, { code: line.refused }).title}</Warning>}
      <div className="flex items-center justify-between gap-2 pr-2">
        <QuantityStepper
          name={offer.offerName}
          value={line.quantity}
          most={most}
          onChange={quantity => till.setLineQuantity(line.id, quantity)}
          isDisabled={isFrozen}
        />
        <p className="digits text-right leading-tight whitespace-nowrap">
          {line.priceBefore !== undefined && (
            <s className="block text-muted">
              <span className="sr-only">{t('basket.priceBefore')} </span>
              {format.price(line.priceBefore)}
            </s>
          )}
          <span className="text-lg font-semibold">{format.price(amountOf(line))}</span>
        </p>
      </div>
    </div>
  );
}

/** "Nick · 12345678 (2001)": a number that is read out stays in one piece. */
function Player({ player }: { player: NonNullable<BasketLine['player']> }) {
  const { id, serverId, nickname } = player;
  return (
    <p className="leading-snug font-semibold break-words">
      {nickname && `${nickname} · `}
      <span className="inline-block max-w-full">{id}</span>
      {serverId && ' '}
      {serverId && <span className="inline-block max-w-full">({serverId})</span>}
    </p>
  );
}

function Warning({ children }: { children: string }) {
  return (
    <p className="flex items-start gap-1.5 font-semibold text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      {children}
    </p>
  );
}
