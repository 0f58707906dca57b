/** Random input for the whole program, and what must hold of its answer whatever the input is. */
package org.dudao.campaign;
