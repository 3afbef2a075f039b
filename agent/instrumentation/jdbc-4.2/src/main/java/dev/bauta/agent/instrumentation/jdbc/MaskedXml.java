package dev.bauta.agent.instrumentation.jdbc;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.sql.SQLException;
import java.sql.SQLXML;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** An XML value whose text is masked each time it is read. It cannot be written through. */
final class MaskedXml implements SQLXML, Wrapped {

  private final SQLXML raw;
  private final Column column;

  MaskedXml(SQLXML raw, Column column) {
    this.raw = raw;
    this.column = column;
  }

  @Override
  public Object whole() {
    return raw;
  }

  @Override
  public String getString() throws SQLException {
    String text = raw.getString();
    return text == null ? null : (String) column.given(column.text(text), text);
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    Reader text = raw.getCharacterStream();
    return text == null ? null : new MaskedReader(text, new Window(column));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    InputStream stream = raw.getBinaryStream();
    return stream == null ? null : new MaskedStream(stream, new Window(column));
  }

  /** Where masking left no XML behind (a marked column), there is no source: null. */
  @Override
  public <T extends Source> T getSource(Class<T> type) throws SQLException {
    String text = raw.getString();
    String masked = text == null ? null : column.text(text);
    if (text == null || text.equals(masked)) {
      return raw.getSource(type);
    }
    if (masked == null) {
      return null;
    }
    try {
      @SuppressWarnings("unchecked") // of the type asked for, or DOM where none was asked for
      T source = (T) source(type, masked);
      return source;
    } catch (Exception noXml) {
      return null;
    }
  }

  private static Source source(Class<?> type, String text) throws Exception {
    if (type == null || type == DOMSource.class) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the built-in one prints the text's faults
      return new DOMSource(builder.parse(new InputSource(new StringReader(text))));
    }
    if (type == SAXSource.class) {
      return new SAXSource(new InputSource(new StringReader(text)));
    }
    if (type == StAXSource.class) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      return new StAXSource(factory.createXMLStreamReader(new StringReader(text)));
    }
    return type == StreamSource.class ? new StreamSource(new StringReader(text)) : null;
  }

  @Override
  public OutputStream setBinaryStream() throws SQLException {
    throw MaskedClob.readOnly();
  }

  @Override
  public Writer setCharacterStream() throws SQLException {
    throw MaskedClob.readOnly();
  }

  @Override
  public void setString(String value) throws SQLException {
    throw MaskedClob.readOnly();
  }

  @Override
  public <T extends Result> T setResult(Class<T> type) throws SQLException {
    throw MaskedClob.readOnly();
  }

  @Override
  public void free() throws SQLException {
    raw.free();
  }
}
