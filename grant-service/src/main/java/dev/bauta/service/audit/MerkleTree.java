package dev.bauta.service.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Merkle tree hashing and proofs as in RFC 6962, section 2.1, with SHA-256: a leaf is hashed behind
 * 0x00, an inner node behind 0x01, and a tree of n leaves is split at the largest power of two
 * below n. Pure functions over leaf hashes.
 */
public final class MerkleTree {
  private MerkleTree() {}

  public static byte[] leafHash(byte[] record) {
    MessageDigest sha = sha256();
    sha.update((byte) 0);
    return sha.digest(record);
  }

  static byte[] nodeHash(byte[] left, byte[] right) {
    MessageDigest sha = sha256();
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  /** The root over these leaf hashes; over none it is the hash of nothing. */
  public static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) return sha256().digest();
    if (leaves.size() == 1) return leaves.get(0);
    int k = split(leaves.size());
    return nodeHash(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /** The audit path of the leaf at {@code index} (from 0), from the leaf up. */
  public static List<byte[]> inclusion(int index, List<byte[]> leaves) {
    if (index < 0 || index >= leaves.size())
      throw new IndexOutOfBoundsException("no leaf " + index + " in a tree of " + leaves.size());
    List<byte[]> path = new ArrayList<>();
    inclusion(index, leaves, path);
    return path;
  }

  private static void inclusion(int index, List<byte[]> leaves, List<byte[]> path) {
    if (leaves.size() == 1) return;
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    if (index < k) {
      inclusion(index, left, path);
      path.add(root(right));
    } else {
      inclusion(index - k, right, path);
      path.add(root(left));
    }
  }

  /** Whether the path leads from that leaf, at that index, to the root of a tree of that size. */
  public static boolean isIncluded(
      byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) return false;
    long fn = index;
    long sn = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : path) {
      if (sn == 0) return false;
      if ((fn & 1) == 1 || fn == sn) {
        hash = nodeHash(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = nodeHash(hash, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(hash, root);
  }

  /**
   * The proof that the tree of the first {@code size} leaves is the beginning of the tree of all of
   * them.
   */
  public static List<byte[]> consistency(int size, List<byte[]> leaves) {
    if (size < 0 || size > leaves.size())
      throw new IndexOutOfBoundsException("no tree of " + size + " in a tree of " + leaves.size());
    List<byte[]> proof = new ArrayList<>();
    if (size > 0 && size < leaves.size()) consistency(size, leaves, true, proof);
    return proof;
  }

  private static void consistency(
      int size, List<byte[]> leaves, boolean whole, List<byte[]> proof) {
    if (size == leaves.size()) {
      if (!whole) proof.add(root(leaves));
      return;
    }
    int k = split(leaves.size());
    if (size <= k) {
      consistency(size, leaves.subList(0, k), whole, proof);
      proof.add(root(leaves.subList(k, leaves.size())));
    } else {
      consistency(size - k, leaves.subList(k, leaves.size()), false, proof);
      proof.add(root(leaves.subList(0, k)));
    }
  }

  /** Whether the proof leads from the older tree to the newer one. */
  public static boolean isConsistent(
      long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
    if (oldSize < 0 || oldSize > newSize) return false;
    if (oldSize == newSize) return proof.isEmpty() && MessageDigest.isEqual(oldRoot, newRoot);
    if (oldSize == 0) return proof.isEmpty();
    Iterator<byte[]> rest = proof.iterator();
    boolean powerOfTwo = (oldSize & (oldSize - 1)) == 0;
    if (!powerOfTwo && !rest.hasNext()) return false;
    byte[] first = powerOfTwo ? oldRoot : rest.next();
    long fn = oldSize - 1;
    long sn = newSize - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] oldHash = first;
    byte[] newHash = first;
    while (rest.hasNext()) {
      byte[] next = rest.next();
      if (sn == 0) return false;
      if ((fn & 1) == 1 || fn == sn) {
        oldHash = nodeHash(next, oldHash);
        newHash = nodeHash(next, newHash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        newHash = nodeHash(newHash, next);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(oldHash, oldRoot) && Arrays.equals(newHash, newRoot);
  }

  static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
