package dev.bauta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Against the vectors of RFC 6962's reference implementation, then against itself at every size up
 * to 40.
 */
class MerkleTreeTest {
  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  private static final String H96 =
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String H5F =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String H6B =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
  private static final String HBC =
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String HCA =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String HD3 = ROOTS.get(3);
  private static final String H0E =
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

  @Test
  void emptyTree_hasTheHashOfNothing() {
    assertThat(hex(MerkleTree.root(List.of())))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(hex(Frontier.EMPTY.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void roots_areThePublishedOnes_computedAtOnceAndLeafByLeaf() {
    Frontier frontier = Frontier.EMPTY;
    for (int size = 1; size <= 8; size++) {
      frontier = frontier.append(leaves(size).get(size - 1));
      assertThat(hex(MerkleTree.root(leaves(size)))).isEqualTo(ROOTS.get(size - 1));
      assertThat(hex(frontier.root())).isEqualTo(ROOTS.get(size - 1));
      assertThat(hex(Frontier.of(size, frontier.text()).root())).isEqualTo(ROOTS.get(size - 1));
    }
  }

  @Test
  void inclusionPaths_areThePublishedOnes() {
    assertThat(hex(MerkleTree.inclusion(0, leaves(1)))).isEmpty();
    assertThat(hex(MerkleTree.inclusion(0, leaves(8)))).containsExactly(H96, H5F, H6B);
    assertThat(hex(MerkleTree.inclusion(5, leaves(8)))).containsExactly(HBC, HCA, HD3);
    assertThat(hex(MerkleTree.inclusion(2, leaves(3)))).containsExactly(ROOTS.get(1));
    assertThat(hex(MerkleTree.inclusion(1, leaves(5)))).containsExactly(ROOTS.get(0), H5F, HBC);
  }

  @Test
  void consistencyProofs_areThePublishedOnes() {
    assertThat(hex(MerkleTree.consistency(1, leaves(1)))).isEmpty();
    assertThat(hex(MerkleTree.consistency(1, leaves(8)))).containsExactly(H96, H5F, H6B);
    assertThat(hex(MerkleTree.consistency(6, leaves(8)))).containsExactly(H0E, HCA, HD3);
    assertThat(hex(MerkleTree.consistency(2, leaves(5)))).containsExactly(H5F, HBC);
  }

  @Test
  void everyProof_upToForty_isAccepted_andNoAlteredOne() {
    Random random = new Random(1);
    List<byte[]> all = new ArrayList<>();
    for (int size = 1; size <= 40; size++) {
      byte[] data = new byte[3];
      random.nextBytes(data);
      all.add(MerkleTree.leafHash(data));
      List<byte[]> leaves = List.copyOf(all);
      byte[] root = MerkleTree.root(leaves);
      for (int i = 0; i < size; i++) {
        List<byte[]> path = MerkleTree.inclusion(i, leaves);
        assertThat(MerkleTree.isIncluded(leaves.get(i), i, size, path, root)).isTrue();
        assertThat(MerkleTree.isIncluded(leaves.get(i), i, size, altered(path, random), root))
            .isFalse();
        assertThat(MerkleTree.isIncluded(MerkleTree.leafHash(new byte[9]), i, size, path, root))
            .isFalse();
      }
      for (int old = 0; old <= size; old++) {
        byte[] oldRoot = MerkleTree.root(leaves.subList(0, old));
        List<byte[]> proof = MerkleTree.consistency(old, leaves);
        assertThat(MerkleTree.isConsistent(old, oldRoot, size, root, proof)).isTrue();
        if (old > 0)
          assertThat(
                  MerkleTree.isConsistent(old, MerkleTree.leafHash(new byte[9]), size, root, proof))
              .isFalse();
        assertThat(MerkleTree.isConsistent(old, oldRoot, size, root, altered(proof, random)))
            .isFalse();
      }
    }
  }

  private static List<byte[]> altered(List<byte[]> hashes, Random random) {
    List<byte[]> altered = new ArrayList<>(hashes.stream().map(byte[]::clone).toList());
    if (altered.isEmpty()) altered.add(new byte[32]);
    else altered.get(random.nextInt(altered.size()))[random.nextInt(32)] ^= 1;
    return altered;
  }

  private static List<byte[]> leaves(int size) {
    return INPUTS.subList(0, size).stream()
        .map(h -> MerkleTree.leafHash(HexFormat.of().parseHex(h)))
        .toList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(MerkleTreeTest::hex).toList();
  }
}
