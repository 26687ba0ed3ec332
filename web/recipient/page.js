// The page works without this script, which only makes keying in a PIN easier.
(() => {
  const fields = Array.from(document.querySelectorAll('.pin .digits'));
  const pad = document.querySelector('.pad');
  const show = document.querySelector('.show-pin');
  if (show) {
    show.hidden = false;
    show.addEventListener('click', () => {
      const hide = show.getAttribute('aria-pressed') === 'true';
      show.setAttribute('aria-pressed', String(!hide));
      show.textContent = hide ? show.dataset.show : show.dataset.hide;
      for (const field of fields) field.type = hide ? 'password' : 'text';
    });
  }
  if (pad && fields.length > 0) {
    const digits = Number(pad.dataset.digits);
    let current = fields[0];
    pad.hidden = false;
    for (const field of fields) {
      // The page's own keys replace the phone's; a physical keyboard still works.
      field.setAttribute('inputmode', 'none');
      field.addEventListener('focus', () => {
        current = field;
      });
    }
    pad.addEventListener('click', (event) => {
      const key = event.target instanceof Element && event.target.closest('button')?.dataset.key;
      if (!key) return;
      if (key === 'clear') current.value = '';
      else if (key === 'back') current.value = current.value.slice(0, -1);
      else if (current.value.length < current.maxLength) current.value += key;
      const next = fields[fields.indexOf(current) + 1];
      if (key.length === 1 && current.value.length === digits && next) next.focus();
      // After a touch, not a press of Enter on the key, the field shows that the next digit goes there.
      else if (event.detail > 0) current.focus({ preventScroll: true });
    });
  }
  // A double click submits once. After going back, the button works again.
  for (const form of document.querySelectorAll('main form')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = 'yes';
    });
    addEventListener('pageshow', () => {
      delete form.dataset.sent;
    });
  }
})();
