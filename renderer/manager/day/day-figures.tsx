import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/records.ts';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { OrderStatus } from '../../ui/order-status.tsx';
import { FiguresTable } from '../figures-table.tsx';

/** The day by product, cashier, payment, state, and what it cost. */
export function DayFigures({ report }: { report: DayReport }) {
  const { t } = useTranslation('manager');
  const money = (amount: string, currency = report.currency) => (
    <Money key={currency + amount} amount={amount} currency={currency} />
  );
  return (
    <div className="gap-4 @3xl:columns-2 @7xl:columns-3 [&>*]:mb-4 [&>*]:break-inside-avoid">
      <Card title={t('day.byProduct')}>
        <FiguresTable
          label={t('day.byProduct')}
          columns={[t('day.product'), t('day.orders'), t('day.gross')]}
          rows={report.byProduct.map(({ productName, orders, gross }) => ({
            key: productName,
            cells: [productName, orders, money(gross)],
          }))}
        />
      </Card>
      <Card title={t('day.byStaff')}>
        <FiguresTable
          label={t('day.byStaff')}
          columns={[t('day.cashier'), t('day.sales'), t('day.gross')]}
          rows={report.byStaff.map(({ staffId, name, sales, gross }) => ({
            key: staffId,
            cells: [name, sales, money(gross)],
          }))}
        />
      </Card>
      <Card title={t('day.byPayment')}>
        <FiguresTable
          label={t('day.byPayment')}
          columns={[t('day.payment'), t('day.gross'), t('day.net')]}
          rows={report.byPayment.map(({ method, gross, net }) => ({
            key: method,
            cells: [t(`day.${method}`), money(gross), money(net)],
          }))}
        />
      </Card>
      <Card title={t('day.byState')}>
        <FiguresTable
          label={t('day.byState')}
          columns={[t('day.state'), t('day.orders'), t('day.gross')]}
          rows={report.byState.map(({ state, orders, gross }) => ({
            key: state,
            cells: [<OrderStatus key={state} state={state} />, orders, money(gross)],
          }))}
        />
      </Card>
      {report.costs.length > 0 && (
        <Card title={t('day.costs')}>
          <FiguresTable
            label={t('day.costs')}
            columns={[t('day.currency'), t('day.orders'), t('day.cost')]}
            rows={report.costs.map(({ currency, orders, amount }) => ({
              key: currency,
              cells: [currency, orders, money(amount, currency)],
            }))}
          />
        </Card>
      )}
    </div>
  );
}
