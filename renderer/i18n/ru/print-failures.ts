import type { PrintFailureTexts } from '../print-failure-shape.ts';

const chooseAnother = 'Управляющий выбирает другой принтер: «Управление» → «Настройки».';

export const printFailures = {
  connection_refused: { why: 'Он есть в сети, но не принимает соединение' },
  no_answer: { why: 'Соединение не установилось вовремя' },
  unknown_host: { why: 'Сеть не знает принтера с таким именем', next: chooseAnother },
  no_route: { why: 'Сеть до него не доходит' },
  device_missing: { why: 'Этот компьютер его не видит' },
  no_print_system: { why: 'На этом компьютере нет системы печати', next: chooseAnother },
  no_such_printer: { why: 'На этом компьютере нет принтера с таким именем', next: chooseAnother },
  no_drivers: { why: 'Через драйвер печатает только касса для рабочего стола', next: chooseAnother },
  connection_lost: { why: 'Связь с принтером оборвалась' },
  stalled: { why: 'Принтер перестал принимать чек' },
  not_confirmed: { why: 'Принтер не подтвердил, что закончил' },
  till_stopped: { why: 'Касса в это время остановилась' },
  not_permitted: {
    why: 'Этот компьютер не даёт кассе им пользоваться',
    next: 'Дайте кассе право печатать на нём и печатайте снова.',
  },
  busy: { why: 'Его занимает другая программа', next: 'Закройте её и печатайте снова.' },
  disk_full: { why: 'Диск, на который идёт печать, полон', next: 'Освободите место и печатайте снова.' },
  not_a_printer: { why: 'По его адресу не принтер', next: chooseAnother },
  own_error: { why: 'Он сообщает о своей неисправности' },
  off_line: { why: 'Он сообщает, что отключён от линии' },
} as const satisfies PrintFailureTexts;
