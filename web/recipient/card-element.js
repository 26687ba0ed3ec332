// Starts the acquirer's own element, where the payer enters a card. The acquirer's script was loaded before this one, and the
// browser comes back to return_url. What it brings along is checked by the server.
(() => {
  const button = document.querySelector('[data-card-element]');
  if (!button) return;
  const parameters = JSON.parse(button.dataset.parameters);
  const { return_url } = parameters;
  const comeBack = (query) => {
    const url = new URL(return_url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    location.assign(url.href);
  };
  const ELEMENTS = {
    toss: ({ client_key, customer_key }) =>
      window.TossPayments(client_key).payment({ customerKey: customer_key }).requestBillingAuth({
        method: 'CARD',
        successUrl: return_url,
        failUrl: return_url,
        windowTarget: 'self',
      }),
    portone: async ({ store_id, channel_key, issue_id, issue_name, customer_id }) => {
      const answer = await window.PortOne.requestIssueBillingKey({
        storeId: store_id,
        channelKey: channel_key,
        billingKeyMethod: 'CARD',
        issueId: issue_id,
        issueName: issue_name,
        customer: { customerId: customer_id },
        windowType: { pc: 'IFRAME', mobile: 'REDIRECTION' },
        redirectUrl: return_url,
      });
      // Undefined if the browser is being sent elsewhere, and comes back by itself.
      if (answer?.code) comeBack({ code: answer.code });
      else if (answer) comeBack({ billingKey: answer.billingKey });
    },
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await ELEMENTS[button.dataset.cardElement](parameters);
    } catch (error) {
      comeBack({ code: String(error?.code ?? 'NOT_LOADED') });
    }
  });
  // After going back, the button works again.
  addEventListener('pageshow', () => {
    button.disabled = false;
  });
})();
