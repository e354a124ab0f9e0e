import type { Language } from '../../../shared/people.ts';

interface DesktopTexts {
  stopped: { title: string; next: string; tryAgain: string };
  closing: { title: string; saleOnScreen: string; work: string; keepOpen: string; close: string };
}

/** What the desktop till says beside its page: when that does not work, and when its window is to be closed. */
export const DESKTOP_TEXTS: Readonly<Record<Language, DesktopTexts>> = {
  en: {
    stopped: {
      title: 'The screen of this till keeps failing',
      next: 'Nothing that was sold is lost, and orders go on in the background. Try again. If it fails again, restart the computer.',
      tryAgain: 'Try again',
    },
    closing: {
      title: 'Close the till?',
      saleOnScreen: 'A sale is on the screen. It has not been paid, and closing the till gives it up.',
      work: 'Orders or receipts are still waiting. They go on when the till is started again; until then customers wait.',
      keepOpen: 'Keep it open',
      close: 'Close the till',
    },
  },
  ru: {
    stopped: {
      title: 'Экран кассы не может загрузиться',
      next: 'Всё проданное сохранено, заказы выполняются в фоне. Попробуйте ещё раз. Если не поможет, перезагрузите компьютер.',
      tryAgain: 'Попробовать ещё раз',
    },
    closing: {
      title: 'Закрыть кассу?',
      saleOnScreen: 'На экране продажа. Она не оплачена и при закрытии кассы пропадёт.',
      work: 'Есть заказы или чеки в очереди. Они продолжатся после следующего запуска, а до того покупатели ждут.',
      keepOpen: 'Не закрывать',
      close: 'Закрыть кассу',
    },
  },
};
