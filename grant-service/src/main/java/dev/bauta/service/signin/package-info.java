/** People sign in at the company's identity provider (OpenID Connect). */
package dev.bauta.service.signin;
