package com.example.people.web;

import com.example.people.People;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Takes texts and answers, both as JSON. */
@WebServlet("/people")
public final class PeopleServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private transient ObjectMapper mapper;
  private transient People people;

  @Override
  public void init() {
    mapper = new ObjectMapper();
    people = new People(getServletContext().getContextPath().replace("/", ""));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> texts =
        mapper.readValue(request.getInputStream(), new TypeReference<>() {});
    response.setContentType("application/json");
    mapper.writeValue(response.getOutputStream(), people.take(texts));
  }
}
