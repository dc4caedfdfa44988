// The editor of texts: built around the field of a form that works without it. See `editor/element.js`.

import { SharedEditor } from './editor/element.js';

// The word that lets style sheets in is that of this script.
SharedEditor.nonce = document.currentScript?.nonce;
customElements.define('shared-editor', SharedEditor);
