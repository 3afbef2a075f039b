package dev.bauta.service.audit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The right edge of a Merkle tree: the roots of its full subtrees, largest first. Enough to append
 * a leaf and to know the root, whatever the tree's size. Immutable.
 */
public final class Frontier {
  public static final Frontier EMPTY = new Frontier(0, List.of());

  private final long size;
  private final List<byte[]> roots;

  private Frontier(long size, List<byte[]> roots) {
    this.size = size;
    this.roots = roots;
  }

  public long size() {
    return size;
  }

  public Frontier append(byte[] leafHash) {
    List<byte[]> next = new ArrayList<>(roots);
    byte[] hash = leafHash;
    for (long n = size; (n & 1) == 1; n >>= 1)
      hash = MerkleTree.nodeHash(next.remove(next.size() - 1), hash);
    next.add(hash);
    return new Frontier(size + 1, next);
  }

  public byte[] root() {
    if (roots.isEmpty()) return MerkleTree.root(List.of());
    byte[] hash = roots.get(roots.size() - 1);
    for (int i = roots.size() - 2; i >= 0; i--) hash = MerkleTree.nodeHash(roots.get(i), hash);
    return hash;
  }

  /** As text for the store: base64 hashes, separated by blanks. */
  public String text() {
    return roots.stream().map(Base64.getEncoder()::encodeToString).collect(Collectors.joining(" "));
  }

  public static Frontier of(long size, String text) {
    List<byte[]> roots = new ArrayList<>();
    for (String part : text.split(" ", -1)) {
      if (!part.isEmpty()) roots.add(Base64.getDecoder().decode(part));
    }
    if (roots.size() != Long.bitCount(size))
      throw new IllegalArgumentException(
          "the audit log's head is damaged: size and hashes disagree");
    return new Frontier(size, roots);
  }
}
