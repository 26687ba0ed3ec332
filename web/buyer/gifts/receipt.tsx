import './receipt.css';
import { Box, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Receipt } from '../api.ts';
import { BackLink, PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';

/** The receipt for a gift, to read, print or save. */
export function ReceiptPage() {
  const { order_id = '' } = useParams();
  const receipt = useQuery({
    queryKey: ['receipt', order_id],
    queryFn: () =>
      answered(api.GET('/v1/orders/{order_id}/receipt/details', { params: { path: { order_id } } })),
  });
  return (
    <Answer of={receipt} height={600}>
      {(known) => <Document receipt={known} />}
    </Answer>
  );
}

function Document({ receipt }: { receipt: Receipt }) {
  const { t, locale } = useWords();
  const { order_id } = receipt;
  return (
    <Stack gap="lg" py="md" maw={560} mx="auto" className="receipt">
      <Box>
        <PageTitle
          above={
            <span className="only-on-screen">
              <BackLink to={`/gifts/${order_id}`}>{t('common.back')}</BackLink>
            </span>
          }
        >
          {t('receipt.title')}
        </PageTitle>
        <Paper withBorder radius="lg" p={{ base: 'md', sm: 'xl' }}>
          <Payment receipt={receipt} />
          <Vat receipt={receipt} />
          <Seller receipt={receipt} />
        </Paper>
      </Box>
      <Group gap="sm">
        <Button size="md" onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
        <Button
          size="md"
          component="a"
          href={`/v1/orders/${order_id}/receipt?lang=${locale}`}
          download
          variant="default"
        >
          {t('receipt.pdf')}
        </Button>
      </Group>
    </Stack>
  );
}

function Payment({ receipt }: { receipt: Receipt }) {
  const { t, money, dateTime, pick } = useWords();
  const { shop, brand, last4, approval_number, refund } = receipt;
  const isCard = brand !== undefined && last4 !== undefined;
  return (
    <>
      <dl className="receipt-facts">
        <Fact name={t('receipt.number')}>{receipt.order_id}</Fact>
        <Fact name={t('receipt.paid_at')}>{dateTime(receipt.captured_at)}</Fact>
        <Fact name={t('receipt.buyer')}>{receipt.buyer_name}</Fact>
        <Fact name={t('receipt.recipient')}>{receipt.masked_recipient}</Fact>
        <Fact name={t('receipt.method')}>
          {isCard
            ? t('receipt.method_card', { brand: brand.toUpperCase(), last4 })
            : t('receipt.method_cash')}
        </Fact>
        {approval_number !== undefined && (
          <Fact name={t(isCard ? 'receipt.approval_number' : 'receipt.till_number')}>{approval_number}</Fact>
        )}
      </dl>
      <dl className="receipt-facts">
        <Fact name={t('receipt.item', { shop_name: pick(shop.name_ko, shop.name_en) })}>
          {money(receipt.amount)}
        </Fact>
        {refund !== undefined && (
          <>
            <Fact name={t('receipt.refunded_at')}>{dateTime(refund.at)}</Fact>
            <Fact name={t('receipt.refunded')}>−{money(refund.amount)}</Fact>
          </>
        )}
        <Fact name={t('receipt.remains')} strong>
          {money(receipt.remains)}
        </Fact>
      </dl>
    </>
  );
}

/** How much of what remains is VAT, or why none is. */
function Vat({ receipt: { vat } }: { receipt: Receipt }) {
  const { t, money } = useWords();
  if (vat === undefined) return null;
  if (vat.percent === '0')
    return (
      <Text fz="sm" c="dimmed" mt="sm">
        {t('receipt.vat_none')}
      </Text>
    );
  return (
    <dl className="receipt-facts">
      <Fact name={t('receipt.supply')}>{money(vat.net)}</Fact>
      <Fact name={t('receipt.vat', { percent: vat.percent })}>{money(vat.vat)}</Fact>
    </dl>
  );
}

/** Who sold, as the law has them named. */
function Seller({ receipt: { seller } }: { receipt: Receipt }) {
  const { t, pick } = useWords();
  if (seller === undefined) return null;
  const facts: readonly [string, string | null][] = [
    [t('business.representative'), seller.representative],
    [t('business.registration_number'), seller.registration_number],
    [t('business.mail_order_number'), seller.mail_order_number],
    [t('business.address'), pick(seller.address_ko, seller.address_en)],
    [t('business.support'), seller.telephone],
    [t('business.email'), seller.email],
  ];
  return (
    <dl className="receipt-facts">
      <Fact name={t('receipt.seller')} strong>
        {pick(seller.name_ko, seller.name_en)}
      </Fact>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ),
      )}
    </dl>
  );
}

function Fact({ name, strong = false, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={strong ? 'receipt-strong' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
