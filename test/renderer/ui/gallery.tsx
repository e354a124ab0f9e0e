import { Banknote, CreditCard, Inbox, Plus, Printer, RefreshCw, Rows3, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { ComboField } from '../../../renderer/ui/combo-field.tsx';
import { DecimalField } from '../../../renderer/ui/decimal-field.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { DateTime } from '../../../renderer/ui/moment.tsx';
import { Money } from '../../../renderer/ui/money.tsx';
import { MoneyField } from '../../../renderer/ui/money-field.tsx';
import { ErrorNotice, Notice } from '../../../renderer/ui/notice.tsx';
import { OrderStatus } from '../../../renderer/ui/order-status.tsx';
import { ProductArt } from '../../../renderer/ui/product-art.tsx';
import { Progress } from '../../../renderer/ui/progress.tsx';
import { QrCode } from '../../../renderer/ui/qr-code.tsx';
import { SearchField } from '../../../renderer/ui/search-field.tsx';
import { Segments } from '../../../renderer/ui/segments.tsx';
import { SelectField } from '../../../renderer/ui/select-field.tsx';
import { Skeleton } from '../../../renderer/ui/skeleton.tsx';
import { Switch } from '../../../renderer/ui/switch.tsx';
import { Tabs } from '../../../renderer/ui/tabs.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { useToast } from '../../../renderer/ui/toast.tsx';
import { Toolbar } from '../../../renderer/ui/toolbar.tsx';
import { ORDER_STATES } from '../../../shared/order-state.ts';

const PRODUCTS = ['Steam', 'PUBG Mobile', 'Telegram Stars', 'PlayStation Store', 'Roblox', 'Valorant'];
const CURRENCIES = [
  { value: 'KZT', label: 'KZT, tenge' },
  { value: 'USD', label: 'USD, US dollar' },
];

/** Every primitive at once: what the accessibility checks look at, and where to see how each is written. */
export function Gallery() {
  return (
    <div className="flex flex-col gap-4 overflow-y-auto bg-page" style={{ height: '100vh' }}>
      <h1 className="text-2xl font-semibold">Primitives</h1>
      <Buttons />
      <Fields />
      <Card title="Choosing">
        <Choosing />
      </Card>
      <Card title="Status">
        <div className="flex flex-wrap gap-2">
          {ORDER_STATES.map(state => (
            <OrderStatus key={state} state={state} />
          ))}
        </div>
        <p>
          <Money amount="12500.00" currency="KZT" /> <DateTime at="2026-03-29T09:05:00.000Z" />
        </p>
        <Notice tone="good" title="Delivered" />
        <Notice tone="info" title="For your information">
          The shop opens at nine.
        </Notice>
        <Notice tone="busy" title="Waiting" />
        <Notice tone="warn" title="No connection" actions={<Button>Try again</Button>} />
        <ErrorNotice error={{ code: 'price_changed', details: { price: '125.00' } }} />
        <Progress label="Reading the catalogue" done={420} total={1000} />
        <Progress label="Reading the catalogue" done={420} total={null} />
        <Skeleton />
        <EmptyState icon={Inbox} title="No orders yet" action={<Button>Start a sale</Button>}>
          They appear here as soon as something is sold.
        </EmptyState>
      </Card>
      <Card title="Pictures">
        <div className="grid grid-cols-2 gap-4">
          {PRODUCTS.map(name => (
            <ProductArt key={name} name={name} className="aspect-video w-full rounded-control" />
          ))}
        </div>
        <QrCode text="AAAA-BBBB-CCCC" label="Key as a QR code" />
      </Card>
    </div>
  );
}

function Buttons() {
  const toast = useToast();
  return (
    <Card title="Buttons" actions={<IconButton icon={RefreshCw} label="Refresh" />}>
      <Toolbar label="Examples">
        <Button look="primary" icon={Plus} onPress={() => toast('good', 'banner.printDiscarded')}>
          Add to sale
        </Button>
        <Button>Secondary</Button>
        <Button look="danger">Cancel order</Button>
        <Button look="quiet" icon={Printer}>
          Print
        </Button>
        <Button look="primary" isPending>
          Paying
        </Button>
        <Button isDisabled>Off</Button>
        <Button look="primary" size="large">
          Pay
        </Button>
      </Toolbar>
    </Card>
  );
}

function Fields() {
  const [amount, setAmount] = useState('');
  const [rate, setRate] = useState('5.1');
  const [query, setQuery] = useState('steam');
  return (
    <Card title="Fields">
      <div className="grid grid-cols-2 gap-4">
        <SearchField label="Search products" value={query} onChange={setQuery} />
        <TextField label="Player ID" hint="Digits, as in the game's profile." />
        <TextField label="Player ID again" error="There is no such player." defaultValue="12" />
        <MoneyField label="Cash received" currency="KZT" value={amount} onChange={setAmount} />
        <DecimalField label="Rate" digits={6} value={rate} onChange={setRate} />
      </div>
    </Card>
  );
}

function Choosing() {
  const [method, setMethod] = useState<'cash' | 'card'>('cash');
  const [currency, setCurrency] = useState<string | null>('KZT');
  const [auto, setAuto] = useState(true);
  const [tab, setTab] = useState<'day' | 'week'>('day');
  return (
    <>
      <Segments
        label="Payment"
        value={method}
        onChange={setMethod}
        options={[
          { value: 'cash', label: 'Cash', icon: Banknote },
          { value: 'card', label: 'Card', icon: CreditCard },
        ]}
      />
      <SelectField label="Currency" value={currency} onChange={setCurrency} options={CURRENCIES} />
      <ComboField label="Any currency" value={currency} onChange={setCurrency} options={CURRENCIES} />
      <Switch label="Print receipts" hint="As soon as a sale is paid." isSelected={auto} onChange={setAuto} />
      <Tabs
        label="Period"
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'day', label: 'Day', icon: Sun, remark: 'unsaved', render: () => <p>The day</p> },
          { id: 'week', label: 'Week', icon: Rows3, render: () => <p>The week</p> },
        ]}
      />
    </>
  );
}
