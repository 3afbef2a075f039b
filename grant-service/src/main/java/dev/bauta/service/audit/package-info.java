/**
 * The audit log's form: what the bytes of a record are, how they are hashed into a Merkle tree (RFC
 * 6962), how a checkpoint of the tree is signed, and how all of it is proved. No storage: {@code
 * store} keeps the bytes, an auditor's tool may read them from anywhere.
 */
package dev.bauta.service.audit;
